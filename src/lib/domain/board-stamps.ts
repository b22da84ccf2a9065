export type StampName = 'star' | 'heart' | 'glad' | 'calm' | 'sad' | 'worried' | 'tense' | 'leaf';

/** The edge of a face; the stamps of feelings draw into it. */
const FACE = 'M12,2C17.5,2 22,6.5 22,12C22,17.5 17.5,22 12,22C6.5,22 2,17.5 2,12C2,6.5 6.5,2 12,2Z';
const EYES = 'M8.5,9L8.5,10.5M15.5,9L15.5,10.5';

/** Drawings of our own on 24 by 24 units, of lines and curves between absolute points alone. */
export const STAMPS: Record<StampName, { label: string; d: string }> = {
	star: {
		label: 'Star',
		d: 'M12,2L15,8.6L22,9.4L16.8,14.2L18.2,21.2L12,17.6L5.8,21.2L7.2,14.2L2,9.4L9,8.6Z'
	},
	heart: {
		label: 'Heart',
		d: 'M12,21C6,16.5 2,12.8 2,8.4C2,5.3 4.3,3 7.2,3C9.2,3 11,4.1 12,5.9C13,4.1 14.8,3 16.8,3C19.7,3 22,5.3 22,8.4C22,12.8 18,16.5 12,21Z'
	},
	glad: { label: 'Glad', d: `${FACE}${EYES}M7.5,14C9,18 15,18 16.5,14` },
	calm: {
		label: 'Calm',
		d: `${FACE}M7,10C7.7,11 9.3,11 10,10M14,10C14.7,11 16.3,11 17,10M8.5,15.5C10,16.5 14,16.5 15.5,15.5`
	},
	sad: { label: 'Sad', d: `${FACE}${EYES}M7.5,17C9,13.5 15,13.5 16.5,17` },
	worried: {
		label: 'Worried',
		d: `${FACE}${EYES}M6.8,7.4L9.6,6.2M17.2,7.4L14.4,6.2M8,16C9,14.4 10.5,14.4 12,16C13.5,17.6 15,17.6 16,16`
	},
	tense: { label: 'Tense', d: `${FACE}${EYES}M7,6.4L9.8,7.6M17,6.4L14.2,7.6M8,15.5L16,15.5` },
	leaf: { label: 'Leaf', d: 'M4,20C3,10 9,4 21,3C21,14 15,20 7,18.5M4,22C6,16 10,12 15,9' }
};

export const STAMP_NAMES = Object.keys(STAMPS) as StampName[];

export const isStamp = (name: unknown): name is StampName =>
	typeof name === 'string' && Object.hasOwn(STAMPS, name);
