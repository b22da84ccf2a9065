import type { GenericSchema } from 'valibot';
import type * as Y from 'yjs';
import type { PolicyObject } from '../../../src/lib/domain/policy.ts';
import type { Placement } from '../../../src/lib/domain/group.ts';
import type { BreakoutId, DocumentId, PersonId } from '../../../src/lib/domain/ids.ts';
import type { CommandInputs, CommandName, CommandReplies } from '../../../src/lib/protocol/commands.ts';
import type { Statement, AuditEvent } from '../../store/writer.ts';
import type { LiveRoom } from '../room/live-room.ts';

/** Who gives a command, where, and when. */
export interface CommandContext {
	room: LiveRoom;
	/** The person's place in the group: commands are given by people who have one. */
	me: Placement;
	/** Milliseconds since 1970. */
	now: number;
}

type Change = (doc: Y.Doc) => void;

/** What a command does: everything in it is stored as one unit, and relayed once it is durable. */
export interface Outcome<Reply = object> {
	/** Changes to other documents of the room, in this order and before `room` and `desk`. */
	documents?: [DocumentId, Change][];
	room?: Change;
	desk?: Change;
	/** Changes to the private lines of members. */
	lines?: [PersonId, Change][];
	/** Changes to the doors of people who wait or waited. */
	doors?: [PersonId, Change][];
	/** Changes to what breakouts say among themselves. */
	talks?: [BreakoutId, Change][];
	statements?: Statement[];
	/** What the audit log says, beyond the command's own name. */
	events?: AuditEvent[];
	/** Of whom, for the command's own audit event. */
	about?: PersonId;
	reply?: Reply;
	/** After everything is durable: clean-ups that leave nothing half done when they fail. */
	after?: () => Promise<void>;
}

export type ReplyOf<Name extends CommandName> = Name extends keyof CommandReplies
	? CommandReplies[Name]
	: object;

export interface Command<Name extends CommandName> {
	input: GenericSchema<unknown, CommandInputs[Name]>;
	/** What the policy is asked about; a room's commands are about the room itself. */
	object?(input: CommandInputs[Name], context: CommandContext): PolicyObject;
	/** Everyday commands leave no audit row: who gave them stands in the command's own row (R27). */
	everyday?: true;
	/**
	 * What the caller is told and no row keeps: read anew for a repeated command. Throws Refusal, and then nothing
	 * was done.
	 */
	reads?(context: CommandContext, input: CommandInputs[Name]): Promise<ReplyOf<Name>>;
	/** Throws Refusal. Looks at the room's state and says what is to change; it changes nothing itself. */
	run(
		context: CommandContext,
		input: CommandInputs[Name]
	): Outcome<ReplyOf<Name>> | Promise<Outcome<ReplyOf<Name>>>;
}
