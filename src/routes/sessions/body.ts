import { Refusal } from '#lib/domain/refusal.ts';

/** The JSON of a request. Throws Refusal when it is none. */
export async function bodyOf(request: Request): Promise<unknown> {
	const text = await request.text();
	try {
		return JSON.parse(text || '{}') as unknown;
	} catch {
		throw new Refusal('invalid', 'The request could not be read.');
	}
}
