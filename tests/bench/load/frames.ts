/** Cuts a stream of bytes into the frames a server sends. */
export class Frames {
	#left: Buffer = Buffer.alloc(0);

	/** The frames that are whole by now. */
	take(chunk: Buffer): Buffer[] {
		let bytes = this.#left.length > 0 ? Buffer.concat([this.#left, chunk]) : chunk;
		const frames: Buffer[] = [];
		for (;;) {
			const { header, length } = shape(bytes);
			if (bytes.length < header + length) break;
			frames.push(bytes.subarray(header, header + length));
			bytes = bytes.subarray(header + length);
		}
		this.#left = bytes;
		return frames;
	}
}

function shape(bytes: Buffer): { header: number; length: number } {
	const short = bytes.length < 2 ? 0 : bytes[1]! & 0x7f;
	const header = short === 127 ? 10 : short === 126 ? 4 : 2;
	if (bytes.length < header) return { header, length: 0 };
	if (short === 126) return { header, length: bytes.readUInt16BE(2) };
	return { header, length: short === 127 ? bytes.readUInt32BE(6) : short };
}
