import type { LinkSample } from './link-sample.ts';
import { lesser, needOf, RUNGS, type Rung } from './rungs.ts';

/** One sample, as `link-sample.ts` takes it, counts for so long. */
export const SAMPLE_EVERY_MS = 2_000;

/** Down after so long of trouble with the link, or of gaps that people hear. */
const TROUBLE_MS = 6_000;
const GAPS_MS = 4_000;
/** Voice itself is given up only when it has been no use for so long. */
const USELESS_MS = 10_000;
/** Up after so long without trouble; the wait doubles when the step up did not hold. */
const CLEAN_MS = 20_000;
const CLEAN_MOST_MS = 80_000;
/** The first samples of a link are of no use: it is still finding its pace. */
const WARM_UP_SAMPLES = 2;

/** What the ladder looks at; `gaps` is the share of our voice that they hear as gaps. */
export type Heard = Pick<LinkSample, 'loss' | 'roundTripMs' | 'availableKbps' | 'limitedBy'> & {
	gaps: number;
};

/** Decides, for one link, how much to send: down when it suffers, up with patience. */
export class Ladder {
	#rung: Rung;
	#best: Rung;
	#samples = 0;
	#troubleMs = 0;
	#gapsMs = 0;
	#cleanMs = 0;
	#patienceMs = CLEAN_MS;
	/** After a step up, for how long what the uplink can carry is not known yet. */
	#restMs = 0;
	#hasClimbed = false;

	constructor(best: Rung) {
		this.#best = best;
		this.#rung = best;
	}

	get rung(): Rung {
		return lesser(this.#rung, this.#best);
	}

	/** The size of the mesh sets the most that is ever sent. */
	set best(best: Rung) {
		this.#best = best;
	}

	/** The person asks for it: begin again with faces, or with voice. */
	tryAgain(): void {
		this.#rung = this.#rung === 'text' ? 'voice' : '180p';
		this.#samples = 0;
		this.#hasClimbed = true;
		this.#begin();
	}

	hear(heard: Heard): Rung {
		this.#samples += 1;
		this.#restMs = Math.max(0, this.#restMs - SAMPLE_EVERY_MS);
		if (this.#samples <= WARM_UP_SAMPLES) return this.rung;
		this.#rung = this.rung;
		if (this.#rung === 'voice' || this.#rung === 'text') this.#hearWithoutPicture(heard);
		else this.#hearWithPicture(heard);
		return this.rung;
	}

	#hearWithPicture(heard: Heard): void {
		if (isVoiceInDanger(heard) || this.#isStarved(heard)) return this.#goDownTo('voice');
		const short =
			heard.limitedBy === 'bandwidth' &&
			heard.availableKbps !== null &&
			heard.availableKbps < 1.1 * needOf(this.#rung);
		const trouble =
			short || heard.limitedBy === 'cpu' || (heard.loss ?? 0) > 0.08 || (heard.roundTripMs ?? 0) > 600;
		this.#count(trouble, heard.gaps > 0.05);
		if (this.#troubleMs >= TROUBLE_MS || this.#gapsMs >= GAPS_MS) this.#goDownTo(this.#next(1));
		else this.#climbWhenClean();
	}

	/** Not even a still picture fits beside the voice. A picture that has just begun again finds its pace first. */
	#isStarved({ availableKbps, limitedBy, loss, roundTripMs }: Heard): boolean {
		if (availableKbps === null || availableKbps >= needOf('still') || this.#restMs > 0) return false;
		return limitedBy === 'bandwidth' || (loss ?? 0) > 0.08 || (roundTripMs ?? 0) > 600;
	}

	#hearWithoutPicture(heard: Heard): void {
		const useless = heard.gaps > 0.3 || (heard.loss ?? 0) > 0.45 || (heard.roundTripMs ?? 0) > 2_500;
		const trouble =
			useless || heard.gaps > 0.05 || (heard.loss ?? 0) > 0.08 || (heard.roundTripMs ?? 0) > 600;
		this.#troubleMs = useless ? this.#troubleMs + SAMPLE_EVERY_MS : 0;
		this.#cleanMs = trouble ? 0 : this.#cleanMs + SAMPLE_EVERY_MS;
		if (this.#troubleMs >= USELESS_MS && this.#rung === 'voice') this.#goDownTo('text');
		else this.#climbWhenClean();
	}

	#count(trouble: boolean, gaps: boolean): void {
		this.#troubleMs = trouble ? this.#troubleMs + SAMPLE_EVERY_MS : 0;
		this.#gapsMs = gaps ? this.#gapsMs + SAMPLE_EVERY_MS : 0;
		this.#cleanMs = trouble || gaps ? 0 : this.#cleanMs + SAMPLE_EVERY_MS;
	}

	#climbWhenClean(): void {
		if (this.#cleanMs < this.#patienceMs || this.#rung === this.#best) return;
		this.#rung = this.#next(-1);
		this.#hasClimbed = true;
		this.#begin();
		this.#restMs = WARM_UP_SAMPLES * SAMPLE_EVERY_MS;
	}

	#goDownTo(rung: Rung): void {
		if (this.#hasClimbed) this.#patienceMs = Math.min(CLEAN_MOST_MS, this.#patienceMs * 2);
		this.#rung = rung;
		this.#begin();
	}

	#begin(): void {
		this.#troubleMs = 0;
		this.#gapsMs = 0;
		this.#cleanMs = 0;
	}

	#next(by: 1 | -1): Rung {
		const index = RUNGS.indexOf(this.#rung) + by;
		return RUNGS[Math.max(0, Math.min(RUNGS.length - 1, index))] ?? this.#rung;
	}
}

/** The voice already comes in pieces, or is about to. */
function isVoiceInDanger({ gaps, roundTripMs }: Heard): boolean {
	return gaps > 0.12 || (roundTripMs ?? 0) > 900;
}
