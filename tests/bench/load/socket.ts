import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const MASK = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);
const HEADER_END = '\r\n\r\n';

interface Hooks {
	open: () => void;
	/** Bytes as they come; frames begin and end anywhere in them. */
	bytes: (chunk: Buffer) => void;
	closed: () => void;
}

/** A WebSocket that costs the load as little as can be: thousands of them must not be what is measured. */
export class LoadSocket {
	readonly #socket: Socket;

	constructor({ port, path, cookie }: { port: number; path: string; cookie: string }, hooks: Hooks) {
		this.#socket = connect(port, '127.0.0.1');
		this.#socket.setNoDelay(true);
		let header = '';
		let isOpen = false;
		this.#socket.on('connect', () => {
			this.#socket.write(
				[
					`GET ${path} HTTP/1.1`,
					`Host: 127.0.0.1:${port}`,
					`Origin: http://127.0.0.1:${port}`,
					`Cookie: ${cookie}`,
					...['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
					`Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`
				].join('\r\n') + HEADER_END
			);
		});
		this.#socket.on('data', (chunk) => {
			if (isOpen) return hooks.bytes(chunk);
			header += chunk.toString('latin1');
			const end = header.indexOf(HEADER_END);
			if (end < 0) return;
			isOpen = true;
			hooks.open();
			const rest = header.slice(end + HEADER_END.length);
			if (rest) hooks.bytes(Buffer.from(rest, 'latin1'));
		});
		this.#socket.on('close', hooks.closed);
		this.#socket.on('error', () => this.#socket.destroy());
	}

	send(message: Uint8Array): void {
		const { length } = message;
		const headerBytes = length < 126 ? 6 : 8;
		const frame = Buffer.allocUnsafe(headerBytes + length);
		frame[0] = 0x82;
		if (headerBytes === 6) {
			frame[1] = 0x80 | length;
		} else {
			frame[1] = 0x80 | 126;
			frame.writeUInt16BE(length, 2);
		}
		frame.set(MASK, headerBytes - 4);
		for (let at = 0; at < length; at++) frame[headerBytes + at] = message[at]! ^ MASK[at & 3]!;
		this.#socket.write(frame);
	}
}
