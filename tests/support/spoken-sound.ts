import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RATE = 48_000;
const SECONDS = 12;
const VOICE_HZ = 130;
const SYLLABLES_HZ = 4;

/** A file with a sound like somebody who speaks without a pause, for tests' microphones: gaps in it are gaps. */
export function spokenSound(): string {
	return soundFile('hearth-spoken-sound.wav', voiceAt);
}

/** A file of silence, as of a microphone in a quiet room whose noise is taken away. */
export function quietSound(): string {
	return soundFile('hearth-quiet-sound.wav', () => 0);
}

/** `at`: how far the wave is out at so many seconds, -1 to 1. */
function soundFile(name: string, at: (seconds: number) => number): string {
	const path = join(tmpdir(), name);
	if (existsSync(path)) return path;
	const samples = RATE * SECONDS;
	const wave = Buffer.alloc(44 + samples * 2);
	wave.write('RIFF', 0);
	wave.writeUInt32LE(36 + samples * 2, 4);
	wave.write('WAVEfmt ', 8);
	wave.writeUInt32LE(16, 16);
	wave.writeUInt16LE(1, 20);
	wave.writeUInt16LE(1, 22);
	wave.writeUInt32LE(RATE, 24);
	wave.writeUInt32LE(RATE * 2, 28);
	wave.writeUInt16LE(2, 32);
	wave.writeUInt16LE(16, 34);
	wave.write('data', 36);
	wave.writeUInt32LE(samples * 2, 40);
	for (let index = 0; index < samples; index++) {
		wave.writeInt16LE(Math.round(at(index / RATE) * 9_000), 44 + index * 2);
	}
	writeFileSync(path, wave);
	return path;
}

function voiceAt(seconds: number): number {
	const syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * SYLLABLES_HZ * seconds);
	const pitch = VOICE_HZ * (1 + 0.04 * Math.sin(2 * Math.PI * 0.7 * seconds));
	const overtones = [1, 2, 3, 5, 8].map((n) => Math.sin(2 * Math.PI * pitch * n * seconds) / n);
	return syllable * overtones.reduce((sum, one) => sum + one, 0) * 0.6;
}
