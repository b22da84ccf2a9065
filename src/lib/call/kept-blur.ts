import { tabStorage } from '#lib/room/tab-storage.ts';

const KEY = 'hearth blur';

/**
 * Whether what is behind a person is to be blurred, kept in this tab alone: whoever asked for it is not shown without it
 * because the page was loaded anew.
 */
export const keptBlur = (): boolean => tabStorage()?.getItem(KEY) === 'on';

export const keepBlur = (on: boolean): void => tabStorage()?.setItem(KEY, on ? 'on' : 'off');
