export type LobbyStep = 'devices' | 'you' | 'place' | 'contact' | 'ready';

const TITLES: Record<LobbyStep, string> = {
	devices: 'Your camera and microphone',
	you: 'If you need help',
	place: 'Where you are today',
	contact: 'Someone near to you',
	ready: 'Before you come in'
};

/** The lobby's questions, one a screen. When nothing changed since last time, two taps do (S13). */
export function lobbySteps({ iLead, knowsCard }: { iLead: boolean; knowsCard: boolean }): LobbyStep[] {
	if (iLead) return ['devices'];
	return knowsCard ? ['devices', 'ready'] : ['devices', 'you', 'place', 'contact', 'ready'];
}

/** Whoever only looks on is asked for no device. */
export function lobbyTitle(step: LobbyStep, looksOn = false): string {
	return looksOn && step === 'devices' ? 'Looking on' : TITLES[step];
}
