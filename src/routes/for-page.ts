import type { ArtifactBody } from '#lib/domain/artifact.ts';
import { withoutBytes } from '#lib/domain/board-json.ts';

/** An artifact as a page holds it: it asks for the pictures on a board one by one. */
export function forPage<One extends { body: ArtifactBody }>(artifact: One): One {
	const { body } = artifact;
	return body.kind === 'board'
		? { ...artifact, body: { ...body, board: withoutBytes(body.board) } }
		: artifact;
}
