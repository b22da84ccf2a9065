import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface JanusSettings {
	/** The UDP ports that media arrive at. */
	ports: string;
	/** The address by which browsers reach this machine, when it is not one of the machine's own. */
	address: string | null;
}

interface Keys {
	port: number;
	apiSecret: string;
	/** Whoever makes a room must know it. */
	adminKey: string;
}

/** Where Debian's package puts what Janus loads. */
const LIBRARIES = ['/usr/lib', '/usr/local/lib', '/opt/janus/lib'];

/** Whether the program is there to be started. */
export function hasJanus(path = process.env.PATH ?? ''): boolean {
	return path.split(delimiter).some((folder) => existsSync(join(folder, 'janus'))) && library() !== null;
}

/**
 * Writes the whole of Janus's configuration into a folder that only we can read, and returns the folder: the video
 * rooms alone, spoken to over a socket on loopback alone, by whoever knows a secret that is made anew each time.
 */
export function writeJanusFiles(
	{ ports, address }: JanusSettings,
	{ port, apiSecret, adminKey }: Keys
): string {
	const folder = mkdtempSync(join(tmpdir(), 'hearth-janus-'));
	const parts = library();
	if (!parts) throw new Error('Janus’s plug-ins are not where its packages put them.');
	const write = (name: string, text: string) =>
		writeFileSync(join(folder, `${name}.jcfg`), text, { mode: 0o600 });
	const others = (of: string, kept: string) =>
		readdirSync(join(parts, of))
			.filter((name) => name.endsWith('.so') && name !== kept)
			.join(',');
	write(
		'janus',
		`general: {
	configs_folder = "${folder}"
	plugins_folder = "${join(parts, 'plugins')}"
	transports_folder = "${join(parts, 'transports')}"
	events_folder = "${join(parts, 'events')}"
	loggers_folder = "${join(parts, 'loggers')}"
	debug_level = 2
	debug_colors = false
	api_secret = "${apiSecret}"
	hide_dependencies = true
	server_name = "Hearth"
	session_timeout = 60
}
media: {
	rtp_port_range = "${ports}"
}
nat: {
	ignore_mdns = true
	ice_consent_freshness = true
${address ? `\tnat_1_1_mapping = "${address}"\n` : ''}}
plugins: { disable = "${others('plugins', 'libjanus_videoroom.so')}" }
transports: { disable = "${others('transports', 'libjanus_websockets.so')}" }
`
	);
	write(
		'janus.transport.websockets',
		`general: { json = "compact", ws = true, ws_port = ${port}, ws_ip = "127.0.0.1", wss = false }
admin: { admin_ws = false, admin_wss = false }
`
	);
	write('janus.plugin.videoroom', `general: { admin_key = "${adminKey}", string_ids = true }\n`);
	return folder;
}

/** The folder that holds Janus's plug-ins and transports: under the machine's own name on Debian. */
function library(): string | null {
	for (const lib of LIBRARIES.filter((folder) => existsSync(folder))) {
		const near = readdirSync(lib, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && entry.name.endsWith('-linux-gnu'))
			.map(({ name }) => join(lib, name, 'janus'));
		const found = [...near, join(lib, 'janus')].find((folder) => existsSync(join(folder, 'plugins')));
		if (found) return found;
	}
	return null;
}
