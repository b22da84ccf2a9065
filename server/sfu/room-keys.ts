/** What opens a room of Janus's: made by us, and known to nobody else. */
export interface RoomKeys {
	room: string;
	pin: string;
}
