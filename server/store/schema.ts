import type { ArtifactAudience, ArtifactKind } from '../../src/lib/domain/artifact.ts';
import type { AttendanceMark } from '../../src/lib/domain/attendance.ts';
import type { PictureType } from '../../src/lib/domain/board-pictures.ts';
import type { DocumentKind, ReadsWhen } from '../../src/lib/domain/documents.ts';
import type { GroupKind, Place } from '../../src/lib/domain/group.ts';
import type { HomeworkId, HomeworkProgress } from '../../src/lib/domain/homework.ts';
import type {
	ArtifactId,
	BreakoutId,
	DocumentId,
	ExerciseId,
	FlagId,
	GroupId,
	InvitationId,
	PersonId,
	PictureId,
	RequestId,
	SessionId,
	StepId,
	ProgrammeId,
	TemplateId
} from '../../src/lib/domain/ids.ts';
import type { SessionState } from '../../src/lib/domain/session.ts';

/**
 * The tables. `*_sealed` columns are AES-256-GCM under the key their comment names (R44); times are
 * milliseconds since 1970; yes/no is 1/0. Ids are 22 characters (domain/ids.ts).
 */
export interface Schema {
	setting: SettingTable;
	person: PersonTable;
	credential: CredentialTable;
	sign_in: SignInTable;
	failed_sign_in: FailedSignInTable;
	hearth_group: GroupTable;
	place: PlaceTable;
	invitation: InvitationTable;
	group_opening: GroupOpeningTable;
	join_request: JoinRequestTable;
	consent: ConsentTable;
	session: SessionTable;
	template: TemplateTable;
	programme: ProgrammeTable;
	group_programme: GroupProgrammeTable;
	homework: HomeworkTable;
	homework_part: HomeworkPartTable;
	risk_reader: RiskReaderTable;
	homework_flag: HomeworkFlagTable;
	entry: EntryTable;
	attendance: AttendanceTable;
	call_times: CallTimesTable;
	document: DocumentTable;
	document_update: DocumentUpdateTable;
	document_snapshot: DocumentSnapshotTable;
	document_client: DocumentClientTable;
	picture: PictureTable;
	command: CommandTable;
	artifact: ArtifactTable;
	exercise: ExerciseTable;
	exercise_version: ExerciseVersionTable;
	audit: AuditTable;
}

/** The practice's own settings, one JSON value a row, sealed under `practice`. */
export interface SettingTable {
	name: string;
	value_sealed: Uint8Array;
}

/** Sealed under `person:<id>`. */
export interface PersonTable {
	id: PersonId;
	name_sealed: Uint8Array;
	mail_sealed: Uint8Array | null;
	/** HMAC of the lower-cased address, to find an account by it; null without a mail address. */
	mail_hash: string | null;
	staff: number;
	/** JSON: profession, licence number, jurisdiction, expiry, country. */
	licence_sealed: Uint8Array | null;
	created_at: number;
	disabled_at: number | null;
}

export type CredentialKind = 'password' | 'passkey' | 'totp' | 'recovery' | 'device';

/** How a person can sign in. `lookup` is a hash to find it by; `data_sealed` under `person:<id>`. */
export interface CredentialTable {
	id: string;
	person: PersonId;
	kind: CredentialKind;
	lookup: string | null;
	data_sealed: Uint8Array | null;
	label: string;
	created_at: number;
	used_at: number | null;
	expires_at: number | null;
	revoked_at: number | null;
}

/** A browser that is signed in. `id` is the SHA-256 of the token in its cookie (R01). */
export interface SignInTable {
	id: string;
	person: PersonId;
	label: string;
	created_at: number;
	seen_at: number;
	/** Idle end; moves with use (R03). */
	expires_at: number;
	/** Absolute end (R04). */
	ends_at: number;
	/** When the person last proved who they are (R10). */
	proved_at: number;
	/** Whether the second factor was given at this sign-in. */
	second_factor: number;
}

/** Counted against an account and an address (R16). `subject` is an HMAC. */
export interface FailedSignInTable {
	subject: string;
	at: number;
}

/** Sealed under `group:<id>`. */
export interface GroupTable {
	id: GroupId;
	kind: GroupKind;
	name_sealed: Uint8Array;
	focus_sealed: Uint8Array;
	/** JSON array of lines. */
	agreements_sealed: Uint8Array;
	/** JSON of Aftercare; null while nobody has written any. */
	aftercare_sealed: Uint8Array | null;
	capacity: number;
	created_at: number;
	archived_at: number | null;
}

/** A person's place in a group; the alias is sealed under `group:<id>`. */
export interface PlaceTable {
	group_id: GroupId;
	person: PersonId;
	place: Place;
	alias_sealed: Uint8Array;
	seat: number;
	since: number;
	left_at: number | null;
}

export interface InvitationTable {
	id: InvitationId;
	/** 'join' makes a newcomer's account; 'sign-in' lets one known person in, once. */
	purpose: 'join' | 'sign-in';
	/** Null for the practice's own invitations (a staff colleague). */
	group_id: GroupId | null;
	place: Place;
	/** The member a personal sign-in link is for; null for a newcomer. */
	person: PersonId | null;
	token_hash: string;
	created_by: PersonId | null;
	created_at: number;
	expires_at: number;
	used_at: number | null;
	revoked_at: number | null;
}

/** A group that strangers may ask to join; sealed under `group:<id>`. */
export interface GroupOpeningTable {
	group_id: GroupId;
	words_sealed: Uint8Array;
	opened_at: number;
}

/** Somebody asks to join (S18). Sealed under `group:<id>`. */
export interface JoinRequestTable {
	id: RequestId;
	group_id: GroupId;
	/** SHA-256 of the token of whoever asked: under it they find the answer, and later the invitation. */
	token_hash: string;
	/** A keyed hash of the household's address, until it is answered. */
	asked_from: string | null;
	/** JSON: JoinWishes. */
	wishes_sealed: Uint8Array;
	/** JSON: Decline; null unless declined. */
	answer_sealed: Uint8Array | null;
	invitation: InvitationId | null;
	created_at: number;
	answered_at: number | null;
}

export interface ConsentTable {
	person: PersonId;
	group_id: GroupId;
	session: SessionId | null;
	version: string;
	given_at: number;
}

/** Sealed under `group:<id>`. */
export interface SessionTable {
	id: SessionId;
	group_id: GroupId;
	title_sealed: Uint8Array;
	/** JSON of a Plan. */
	plan_sealed: Uint8Array;
	starts_at: number;
	zone: string;
	minutes: number;
	state: SessionState;
	sequence: number;
	/** When it would have started before it was last moved; null when it never was. */
	moved_from: number | null;
	created_at: number;
	opened_at: number | null;
	ended_at: number | null;
	signed_off_at: number | null;
	signed_off_by: PersonId | null;
}

/** A plan to begin from. Sealed under `practice` when it is shared with all who lead groups, else under `person:<owner>`. */
export interface TemplateTable {
	id: TemplateId;
	owner: PersonId;
	shared: number;
	/** The kind of group that it was made in. */
	group_kind: GroupKind;
	title_sealed: Uint8Array;
	/** JSON of a Plan. */
	plan_sealed: Uint8Array;
	created_at: number;
}

/** A programme of somebody's own. Sealed as a template is. */
export interface ProgrammeTable {
	id: ProgrammeId;
	owner: PersonId;
	shared: number;
	/** JSON of what server/plans/sealed-programme.ts says. */
	content_sealed: Uint8Array;
	created_at: number;
}

/** Which programme a group follows: it tells what people come for, so it is sealed under `group:<id>`. */
export interface GroupProgrammeTable {
	group_id: GroupId;
	programme_sealed: Uint8Array;
	since: number;
}

/** Something to do until a day. Sealed under `group:<id>`: the exercise, and the facilitator's words for it. */
export interface HomeworkTable {
	id: HomeworkId;
	group_id: GroupId;
	session: SessionId;
	words_sealed: Uint8Array;
	due_at: number;
	is_read: number;
	rested_at: number | null;
	created_at: number;
}

/** One person's part in it. */
export interface HomeworkPartTable {
	homework: HomeworkId;
	person: PersonId;
	/** Their sheet, once they have opened it. */
	document: DocumentId | null;
	progress: HomeworkProgress;
	/** What was kept when it was done. */
	artifact: ArtifactId | null;
}

/** S05: who reads what is answered about safety in a group's homework, and within how many hours. */
export interface RiskReaderTable {
	group_id: GroupId;
	person: PersonId;
	within_hours: number;
}

/** An answer about safety in homework, until whoever reads it has written down what was done. */
export interface HomeworkFlagTable {
	id: FlagId;
	group_id: GroupId;
	homework: HomeworkId;
	person: PersonId;
	reader: PersonId;
	at: number;
	read_by: number;
	/** The cause, the answers and what was done, sealed under `group:<group>`. */
	words_sealed: Uint8Array;
	cleared_at: number | null;
	cleared_by: PersonId | null;
}

/** The contact card of S13, sealed under `entry:<session>`; its address is wiped 24 h after sign-off. */
export interface EntryTable {
	session: SessionId;
	person: PersonId;
	card_sealed: Uint8Array | null;
	/** The last country given, to warn before admitting. */
	outside_licence: number;
	at: number;
	/** When the address was wiped from it. */
	wiped_at: number | null;
}

export interface AttendanceTable {
	session: SessionId;
	person: PersonId;
	what: AttendanceMark;
	at: number;
}

/** How a person's call went: for facilitators, and gone with the attendance. */
export interface CallTimesTable {
	session: SessionId;
	person: PersonId;
	times_sealed: Uint8Array;
	reported_at: number;
}

/** A picture that somebody put on a board. Sealed under `group:<id>`. */
export interface PictureTable {
	id: PictureId;
	document: DocumentId;
	session: SessionId;
	person: PersonId;
	type: PictureType;
	bytes_sealed: Uint8Array;
	created_at: number;
}

export interface DocumentTable {
	id: DocumentId;
	kind: DocumentKind;
	group_id: GroupId;
	session: SessionId;
	owner: PersonId | null;
	step: StepId | null;
	breakout: BreakoutId | null;
	/** JSON array of person ids. */
	readers: string;
	reads_when: ReadsWhen;
	/** Rises when the content is replaced: old updates no longer apply. */
	epoch: number;
	created_at: number;
	/** Set while the document cannot be opened (R59). */
	quarantined_at: number | null;
}

/** Sealed under `group:<id>`, or `person:<id>` for `own`. */
export interface DocumentUpdateTable {
	document: DocumentId;
	epoch: number;
	seq: number;
	update_sealed: Uint8Array;
}

export interface DocumentSnapshotTable {
	document: DocumentId;
	epoch: number;
	/** The last update it holds. */
	seq: number;
	snapshot_sealed: Uint8Array;
	state_vector: Uint8Array;
	created_at: number;
}

/** Which person each Yjs client id of a document belongs to (R57). */
export interface DocumentClientTable {
	document: DocumentId;
	client: number;
	person: PersonId;
}

/** A command that was carried out, so that a repeated one is answered and not done twice. */
export interface CommandTable {
	key: string;
	person: PersonId;
	session: SessionId;
	name: string;
	at: number;
	/** JSON, sealed under `group:<id>`. */
	reply_sealed: Uint8Array;
}

/**
 * Captured work, immutable: a change is a new version, and what was withdrawn leaves the old ones too (S12).
 * Sealed under `person:<owner>` when it has an owner, `staff:<group>` for facilitators alone, else `group:<id>`.
 */
export interface ArtifactTable {
	id: ArtifactId;
	/** The same for all versions of one artifact. */
	series: ArtifactId;
	version: number;
	session: SessionId;
	group_id: GroupId;
	step: StepId | null;
	kind: ArtifactKind;
	audience: ArtifactAudience;
	owner: PersonId | null;
	/** JSON array of person ids. */
	readers: string;
	title_sealed: Uint8Array;
	/** JSON: the body, and the marks of its items' authors. */
	body_sealed: Uint8Array;
	created_at: number;
	withdrawn_at: number | null;
}

/** An exercise of the practice's own, at its newest version. */
export interface ExerciseTable {
	id: ExerciseId;
	version: number;
	created_at: number;
	/** When it was taken out of use; null while plans may have it. */
	retired_at: number | null;
}

/** What it was at one version, sealed under `practice`. Never changed: sheets were made with it. */
export interface ExerciseVersionTable {
	exercise: ExerciseId;
	version: number;
	/** JSON of an Exercise. */
	definition_sealed: Uint8Array;
	made_by: PersonId;
	made_at: number;
}

/** The hash-chained log (R52, R53): no content, no tokens. */
export interface AuditTable {
	seq: number;
	at: number;
	person: PersonId | null;
	action: string;
	object: string;
	detail: string;
	previous: string;
	hash: string;
}
