import type { CommandName } from '../../../src/lib/protocol/commands.ts';
import type { Library } from '../../library/library.ts';
import type { ContactCards } from '../contact-cards.ts';
import { adoptAgreements, type ChangesAgreements } from './agreements.ts';
import { stepAside, stepBack } from './aside.ts';
import {
	callForHelp,
	closeBreakouts,
	extendBreakouts,
	hearHelp,
	messageBreakouts,
	moveToBreakout,
	openBreakouts,
	visitBreakout
} from './breakouts.ts';
import { flipNotes, handIn, takeBackNote, writePrivately } from './board-apart.ts';
import type { CallTimes } from '../call-times.ts';
import { reportCall } from './call-report.ts';
import { askCaptions, offerCaptions } from './captions.ts';
import type { Command } from './command.ts';
import { giveCheckIn } from './check-ins.ts';
import { openContactCard } from './contact-card.ts';
import { admit, admitAll, leave, lockDoor, remove, sendBack } from './door.ts';
import { leadVoting, showVotes } from './dot-voting.ts';
import { endSession } from './ending.ts';
import { acknowledgeFlag, clearFlag, support } from './flags.ts';
import { handOver } from './lead.ts';
import { showNumbers } from './numbers.ts';
import { answerAbout, askAbout } from './asking-first.ts';
import { lowerHand, mute, raiseHand, setMeans, stopPicture } from './people.ts';
import { askResponses, respond, takeBackResponse } from './responses.ts';
import { restoreEarlier } from './restoring.ts';
import { setHomework, type SetsHomework } from './homework.ts';
import { askReveal, passReveal, present, releaseAnonymous, reveal, takeBack } from './reveals.ts';
import { openFolder, openSheet, reportProgress, tailor } from './sheets.ts';
import { reportSpeech } from './speech.ts';
import {
	beginPace,
	extendTimer,
	goToStep,
	setAttention,
	nextTurn,
	passTurn,
	setTimer,
	startRound
} from './stage.ts';
import { letScreen, putScreenAway, showScreen } from './screens.ts';
import { answerLine, chat, hideChat, knowSomeone, nudge, seeLine, writeLine } from './talk.ts';

export type Commands = { [Name in CommandName]: Command<Name> };

interface CommandNeeds {
	cards: ContactCards;
	callTimes: CallTimes;
	/** The practice's own exercises. */
	library: Pick<Library, 'inUse'>;
	homeworks: () => SetsHomework;
	groups: ChangesAgreements;
}

/** Every command by its name; a name without one does not compile (R20). */
export function commandsWith({ cards, callTimes, library, homeworks, groups }: CommandNeeds): Commands {
	return {
		admit,
		'admit-all': admitAll,
		'send-back': sendBack,
		remove,
		'lock-door': lockDoor,
		'open-contact-card': openContactCard(cards),
		'go-to-step': goToStep,
		'set-timer': setTimer,
		'extend-timer': extendTimer,
		'set-attention': setAttention,
		present,
		nudge,
		'step-aside': stepAside,
		'step-back': stepBack,
		'open-breakouts': openBreakouts(library),
		'close-breakouts': closeBreakouts,
		'extend-breakouts': extendBreakouts,
		'move-to-breakout': moveToBreakout,
		'visit-breakout': visitBreakout,
		'message-breakouts': messageBreakouts,
		'call-for-help': callForHelp,
		'hear-help': hearHelp,
		'hand-over': handOver,
		'ask-about': askAbout,
		'answer-about': answerAbout,
		'show-numbers': showNumbers,
		'begin-pace': beginPace,
		'start-round': startRound,
		'next-turn': nextTurn,
		'pass-turn': passTurn,
		'raise-hand': raiseHand,
		'lower-hand': lowerHand,
		chat,
		'hide-chat': hideChat,
		mute,
		'stop-picture': stopPicture,
		'offer-captions': offerCaptions,
		'ask-captions': askCaptions,
		'let-screen': letScreen,
		'show-screen': showScreen,
		'put-screen-away': putScreenAway,
		'open-sheet': openSheet,
		'report-progress': reportProgress,
		'report-speech': reportSpeech,
		'report-call': reportCall(callTimes),
		tailor: tailor(library),
		'open-folder': openFolder,
		'give-check-in': giveCheckIn,
		'ask-reveal': askReveal,
		reveal,
		'pass-reveal': passReveal,
		'take-back': takeBack,
		'ask-responses': askResponses,
		respond,
		'take-back-response': takeBackResponse,
		'release-anonymous': releaseAnonymous,
		'write-privately': writePrivately,
		'hand-in': handIn,
		'flip-notes': flipNotes,
		'restore-sheet': restoreEarlier,
		'take-back-note': takeBackNote,
		'lead-voting': leadVoting,
		'show-votes': showVotes,
		support,
		'write-line': writeLine,
		'answer-line': answerLine,
		'see-line': seeLine,
		'know-someone': knowSomeone,
		'set-means': setMeans,
		leave,
		'acknowledge-flag': acknowledgeFlag,
		'clear-flag': clearFlag,
		'set-homework': setHomework(homeworks),
		'adopt-agreements': adoptAgreements(groups),
		'end-session': endSession
	};
}
