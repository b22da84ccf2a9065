import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function sourcesIn(folder: string): { name: string; text: string }[] {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((file) => file.isFile() && /\.(ts|svelte|mjs)$/.test(file.name) && !/\.test\.ts$/.test(file.name))
		.map((file) => join(file.parentPath, file.name))
		.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}

test('S22 nothing of the product records sound or pictures, in the browser or on the server', () => {
	const RECORDS = /\b(MediaRecorder|captureStream|MediaStreamTrackProcessor|ImageCapture|takePhoto)\b/;
	// A canvas as a picture that is sent, and never kept: one's own, with what is behind one blurred.
	const SENDS: Record<string, RegExp> = { 'src/lib/call/blurred-picture.ts': /\bcaptureStream\b/g };
	const sources = [...sourcesIn('src'), ...sourcesIn('server')];
	expect(sources.length).toBeGreaterThan(300);
	const records = sources.filter(({ name, text }) => {
		const sends = SENDS[relative(root, name)];
		return RECORDS.test(sends ? text.replaceAll(sends, '') : text);
	});
	expect(records.map(({ name }) => name)).toEqual([]);
});

test('S22 the server has no part that could receive sound or pictures', () => {
	const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		dependencies: Record<string, string>;
	};
	const MEDIA = /(wrtc|webrtc|mediasoup|livekit|ffmpeg|janus|werift|gstreamer)/i;
	expect(Object.keys(dependencies).filter((name) => MEDIA.test(name))).toEqual([]);
	const receives = sourcesIn('server').filter(({ text }) =>
		/\bnew (RTCPeerConnection|MediaStream)\b/.test(text)
	);
	expect(receives.map(({ name }) => name)).toEqual([]);
});
