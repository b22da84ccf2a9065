import * as v from 'valibot';
import { can } from '../../src/lib/domain/policy.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { CommandName } from '../../src/lib/protocol/commands.ts';
import type { Ground } from '../app.ts';
import { commandRow, insertCommand } from '../store/commands.ts';
import type { AuditEvent } from '../store/writer.ts';
import type { Scope } from '../vault/vault.ts';
import type { Command, Outcome } from './commands/command.ts';
import type { Commands } from './commands/registry.ts';
import type { LiveRoom } from './room/live-room.ts';

export interface CommandCall {
	name: string;
	/** Chosen by the caller, the same for every try of the same command. */
	key: string;
	body: unknown;
	by: PersonId;
}

/** A key that a caller may choose. */
const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;

/** Carries out one command in its room: parse, ask the policy, run, store, reply. Throws Refusal. */
export async function runCommand(
	ground: Ground,
	{ room, commands }: { room: LiveRoom; commands: Commands },
	call: CommandCall
): Promise<object> {
	if (!isCommand(commands, call.name)) throw new Refusal('not-found', 'There is no such command.');
	if (!KEY_PATTERN.test(call.key)) throw new Refusal('invalid', 'The command has no usable Idempotency-Key.');
	const command = commands[call.name] as Command<CommandName>;
	const input = parse(command, call.body);

	return room.inTurn(async () => {
		const done = await answeredBefore(ground, room, call);
		if (done && !command.reads) return done;
		const me = room.placement(call.by);
		if (!me) throw new Refusal('not-found', 'There is no such session.');
		const context = { room, me, now: ground.now() };
		const object = command.object?.(input, context) ?? { owner: call.by };
		if (!can(room.actor(call.by), call.name as CommandName, object, room.policyState())) {
			await ground.audit.record({
				person: call.by,
				action: 'denied',
				object: room.session.id,
				detail: call.name
			});
			throw new Refusal('not-allowed', 'This is not yours to do just now.');
		}
		const read = await command.reads?.(context, input);
		if (done) return { ...done, ...read };
		const outcome: Outcome<object> = await command.run(context, input);
		const reply = outcome.reply ?? {};
		await room.carryOut(outcome, {
			statements: [keepReply(ground, room, call, reply)],
			events: auditOf(command, call, { room, about: outcome.about })
		});
		await outcome.after?.();
		return { ...reply, ...read };
	});
}

function isCommand(commands: Commands, name: string): name is CommandName {
	return Object.hasOwn(commands, name);
}

function parse(command: Command<CommandName>, body: unknown) {
	const parsed = v.safeParse(command.input, body);
	if (parsed.success) return parsed.output;
	const issue = parsed.issues[0];
	throw new Refusal('invalid', issue.message, v.getDotPath(issue) ?? undefined);
}

/** A repeated command is answered as it was the first time, and not done twice. */
async function answeredBefore(ground: Ground, room: LiveRoom, call: CommandCall): Promise<object | null> {
	const row = await commandRow(ground.store.db, { session: room.session.id, person: call.by, key: call.key });
	if (!row) return null;
	return ground.vault.openJson<object>(scopeOf(room), placeOf(call), row.reply_sealed);
}

function keepReply(ground: Ground, room: LiveRoom, call: CommandCall, reply: object) {
	return insertCommand(ground.store.db, {
		key: call.key,
		person: call.by,
		session: room.session.id,
		name: call.name,
		at: ground.now(),
		reply_sealed: ground.vault.sealJson(scopeOf(room), placeOf(call), reply)
	});
}

function auditOf(
	command: Command<CommandName>,
	{ name, by }: CommandCall,
	{ room, about }: { room: LiveRoom; about?: PersonId }
): AuditEvent[] {
	if (command.everyday) return [];
	return [{ person: by, action: `command.${name}`, object: room.session.id, detail: about ?? '' }];
}

const scopeOf = (room: LiveRoom): Scope => `group:${room.group.id}`;
const placeOf = ({ by, key }: CommandCall) => `command|reply|${by}|${key}`;
