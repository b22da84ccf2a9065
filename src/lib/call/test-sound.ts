const NOTES_HZ = [392, 523.25];
const NOTE_SECONDS = 0.45;

/** Plays two soft notes on the chosen speaker, and resolves when they have faded. */
export async function playTestSound(speakerId: string): Promise<void> {
	const context = new AudioContext();
	const out = context.createMediaStreamDestination();
	NOTES_HZ.forEach((pitch, index) => ring(context, out, { pitch, at: index * NOTE_SECONDS }));
	const sound = new Audio();
	sound.srcObject = out.stream;
	// Browsers that cannot choose a speaker play on their own.
	if (speakerId) await (sound as { setSinkId?(id: string): Promise<void> }).setSinkId?.(speakerId);
	await sound.play();
	await new Promise((resolve) => setTimeout(resolve, (NOTES_HZ.length * NOTE_SECONDS + 0.4) * 1000));
	sound.pause();
	await context.close();
}

function ring(context: AudioContext, out: AudioNode, { pitch, at }: { pitch: number; at: number }): void {
	const begins = context.currentTime + at;
	const tone = new OscillatorNode(context, { frequency: pitch, type: 'sine' });
	const volume = new GainNode(context, { gain: 0 });
	volume.gain.setValueAtTime(0, begins);
	volume.gain.linearRampToValueAtTime(0.2, begins + 0.05);
	volume.gain.exponentialRampToValueAtTime(0.001, begins + NOTE_SECONDS + 0.3);
	tone.connect(volume).connect(out);
	tone.start(begins);
	tone.stop(begins + NOTE_SECONDS + 0.3);
}
