import type { Ground } from '../app.ts';

/** What a command looks at; the store is for looking only. */
export type CommandGround = Pick<Ground, 'config' | 'store' | 'vault'>;

/** One thing to do beside a running Hearth; resolves with the lines to print. Throws a Complaint. */
export type Command = (ground: CommandGround, parameters: string[]) => Promise<string[]>;
