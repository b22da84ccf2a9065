/**
 * Ids are 128 random bits, written as 22 characters of base64url, and parsed once where they enter (R21).
 * The brand keeps a group's id from being passed where a session's is meant.
 */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type PersonId = Id<'person'>;
export type GroupId = Id<'group'>;
export type SessionId = Id<'session'>;
export type StepId = Id<'step'>;
export type DocumentId = Id<'document'>;
export type ArtifactId = Id<'artifact'>;
export type InvitationId = Id<'invitation'>;
export type RequestId = Id<'request'>;
export type RevealId = Id<'reveal'>;
export type FlagId = Id<'flag'>;
export type LineId = Id<'line'>;
export type TemplateId = Id<'template'>;
export type ProgrammeId = Id<'programme'>;
export type BreakoutId = Id<'breakout'>;
export type ExerciseId = Id<'exercise'>;
export type PictureId = Id<'picture'>;

const ID_PATTERN = /^[A-Za-z0-9_-]{22}$/;
const ID_BYTES = 16;

export function newId<Kind extends string>(): Id<Kind> {
	const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
	return base64url(bytes) as Id<Kind>;
}

/** The id in `text`, or null when it is not one. */
export function parseId<Kind extends string>(text: unknown): Id<Kind> | null {
	return typeof text === 'string' && ID_PATTERN.test(text) ? (text as Id<Kind>) : null;
}

function base64url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
