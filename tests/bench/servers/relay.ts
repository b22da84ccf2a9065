import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { ready } from './serve.ts';

/* The least a server can do: every frame goes to everyone else in the room, unread and unkept. */
const documents = Array.from({ length: Number(process.argv[2]) }, (_, room) => `room-${room}`);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();

server.on('connection', (socket, request) => {
	const name = request.url ?? '';
	const room = rooms.get(name) ?? new Set();
	rooms.set(name, room.add(socket));
	socket.on('message', (data) => {
		for (const other of room) if (other !== socket) other.send(data, { binary: true });
	});
	socket.on('close', () => room.delete(socket));
	socket.on('error', () => socket.terminate());
});
server.on('listening', () => ready((server.address() as AddressInfo).port, documents));
