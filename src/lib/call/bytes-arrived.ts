/** How much a connection has ever received, its own signs of life included. */
export async function bytesArrived(connection: RTCPeerConnection): Promise<number> {
	let bytes = 0;
	for (const entry of (await connection.getStats()).values() as Iterable<RTCTransportStats>) {
		if (entry.type === 'transport') bytes += entry.bytesReceived ?? 0;
	}
	return bytes;
}
