/** What a person sends: their voice, their face, and now and then their screen; in every description in this order. */
export const TRACK_KINDS = ['microphone', 'camera', 'screen'] as const;

export type TrackKind = (typeof TRACK_KINDS)[number];
