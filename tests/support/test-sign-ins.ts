import type { EndedSignIn, SignedIn } from '../../server/accounts/sign-ins.ts';
import type { SignInLife } from '../../server/sync/connections.ts';
import { parseId, type PersonId } from '../../src/lib/domain/ids.ts';

/** The cookie with which a test is signed in as someone. */
export function cookieOf(person: PersonId, staff = false): string {
	return `test-person=${person}${staff ? '; test-staff=1' : ''}`;
}

/** Who the test's cookie says it is; null for none. */
export function signedInBy(cookies = ''): SignedIn | null {
	const person = parseId<'person'>(/test-person=([\w-]+)/.exec(cookies)?.[1]);
	if (!person) return null;
	const always = { provedAt: 0, expiresAt: Infinity, endsAt: Infinity, seenAt: 0 };
	const staff = cookies.includes('test-staff=1');
	return {
		person,
		name: 'Someone',
		staff,
		signIn: signInOf(person),
		label: '',
		secondFactor: false,
		secondFactorDue: null,
		...always
	};
}

export interface TestSignIns extends SignInLife {
	end(person: PersonId, became?: string): void;
}

export function testSignIns(): TestSignIns {
	const listeners: ((ended: EndedSignIn) => void)[] = [];
	return {
		touch: () => Promise.resolve(),
		onEnded: (listener) => void listeners.push(listener),
		end(person, became) {
			for (const tell of listeners) tell({ person, signIn: signInOf(person), became: became ?? null });
		}
	};
}

function signInOf(person: PersonId): string {
	return `sign-in of ${person}`;
}
