import { beforeEach, expect, test } from 'vitest';
import { PersonWay } from './person-way.ts';

let told: string[];
let way: PersonWay;

beforeEach(() => {
	told = [];
	way = new PersonWay({
		link: (state) => told.push(`link ${state}`),
		track: (kind, track) => told.push(`${kind} by ${track.id}`)
	});
});

const track = (id: string, muted: boolean) => ({ id, muted }) as MediaStreamTrack;
const both = (carrier: 'mesh' | 'sfu', muted: boolean) => {
	way.track(carrier, 'microphone', track(carrier, muted));
	way.track(carrier, 'camera', track(carrier, muted));
};

test('a person comes, and goes, by one way as if there were no other', () => {
	way.link('mesh', 'connecting', 0);
	both('mesh', false);
	way.link('mesh', 'connected', 1);
	way.link('mesh', 'broken', 2);
	way.link('mesh', null, 3);
	const tracks = ['microphone by mesh', 'camera by mesh'];
	expect(told).toEqual(['link connecting', ...tracks, 'link connected', 'link broken', 'link null']);
});

test('the SFU takes over only once voice and picture have begun to arrive through it, and the link never looks broken', () => {
	way.link('mesh', 'connecting', 0);
	both('mesh', false);
	way.link('mesh', 'connected', 0);
	told.length = 0;

	way.link('sfu', 'connecting', 10);
	both('sfu', true);
	way.link('sfu', 'connected', 20);
	way.look(30);
	expect(told).toEqual([]);

	both('sfu', false);
	way.look(40);
	expect(told).toEqual(['link connected', 'microphone by sfu', 'camera by sfu']);
	expect(way.hasMesh).toBe(true);
	told.length = 0;
	way.link('mesh', null, 2_000);
	expect(told).toEqual([]);
	expect(way.hasMesh).toBe(false);
});

test('who is silent and not seen is moved over after a moment: nothing of theirs could arrive', () => {
	way.link('mesh', 'connected', 0);
	way.link('sfu', 'connected', 100);
	both('sfu', true);
	way.look(2_000);
	expect(way.shown).toBe('mesh');
	way.look(2_700);
	expect(way.shown).toBe('sfu');
});

test('when the SFU is gone the mesh is shown at once, as far as it is', () => {
	way.link('sfu', 'connected', 0);
	way.link('mesh', 'connecting', 100);
	expect(way.shown).toBe('sfu');
	told.length = 0;
	way.link('sfu', null, 110);
	expect(told).toEqual(['link connecting']);
	way.link('mesh', 'connected', 500);
	expect(told.at(-1)).toBe('link connected');
});

test('a link in the mesh that still works is kept while the SFU’s is broken', () => {
	way.link('mesh', 'connected', 0);
	way.link('sfu', 'connected', 0);
	both('sfu', false);
	way.look(1);
	expect(way.shown).toBe('sfu');
	way.link('sfu', 'broken', 2);
	expect(way.shown).toBe('mesh');
});
