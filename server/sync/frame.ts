/** FIN and opcode 2, a whole binary message; a server does not mask (RFC 6455, section 5.2). */
const WHOLE_BINARY = 0x82;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/**
 * A message as a WebSocket frame, built once and written to every socket of an audience. It may be written
 * beside what `ws` itself writes, since without compression `ws` writes each frame whole and at once.
 */
export function frameOf(message: Uint8Array): Buffer {
	const { length } = message;
	const headerBytes = length < LENGTH_16 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(headerBytes + length);
	frame[0] = WHOLE_BINARY;
	if (headerBytes === 2) {
		frame[1] = length;
	} else if (headerBytes === 4) {
		frame[1] = LENGTH_16;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = LENGTH_64;
		frame.writeUInt32BE(0, 2);
		frame.writeUInt32BE(length, 6);
	}
	frame.set(message, headerBytes);
	return frame;
}
