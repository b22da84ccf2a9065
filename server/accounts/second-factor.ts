import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { Passkeys } from './passkeys.ts';

export type SecondFactorWay = 'code' | 'passkey';

/** The second factors a person has to give one of: whoever set up codes, and staff with a passkey (R13). */
export async function secondFactorWays(
	{ codes, passkeys }: { codes: OneTimeCodes; passkeys: Passkeys },
	person: PersonId,
	staff: boolean
): Promise<SecondFactorWay[]> {
	const [hasCodes, hasPasskey] = await Promise.all([codes.has(person), passkeys.has(person)]);
	if (!hasCodes && !(staff && hasPasskey)) return [];
	return [...(hasCodes ? ['code' as const] : []), ...(hasPasskey ? ['passkey' as const] : [])];
}
