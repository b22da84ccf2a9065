/**
 * Runs in a page instead of its camera: a quiet drawing of someone, so that the pictures show what a call looks like
 * without showing anyone. Must not use anything from outside itself.
 */
export function inventedFace(name: string): void {
	const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360;
	const draw = (canvas: HTMLCanvasElement, time: number) => {
		const pen = canvas.getContext('2d')!;
		const { width, height } = canvas;
		const sway = Math.sin(time / 900) * 3;
		const disc = ([x, y, rx, ry]: [number, number, number, number], colour: string) => {
			pen.fillStyle = colour;
			pen.beginPath();
			pen.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
			pen.fill();
		};
		pen.fillStyle = `hsl(${hue} 18% 72%)`;
		pen.fillRect(0, 0, width, height);
		pen.fillStyle = `hsl(${hue} 20% 66%)`;
		pen.fillRect(width * 0.62, 0, width * 0.2, height * 0.7);
		disc([width / 2 + sway, height * 1.02, width * 0.29, height * 0.34], `hsl(${(hue + 150) % 360} 28% 38%)`);
		disc([width / 2 + sway, height * 0.4, width * 0.135, height * 0.23], `hsl(${(hue + 40) % 360} 30% 30%)`);
		disc([width / 2 + sway, height * 0.46, width * 0.115, height * 0.2], `hsl(26 38% ${48 + (hue % 28)}%)`);
	};
	const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
	navigator.mediaDevices.getUserMedia = async (wanted) => {
		const stream = await real(wanted);
		const [camera] = stream.getVideoTracks();
		if (!camera) return stream;
		const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 });
		draw(canvas, 0);
		setInterval(() => draw(canvas, performance.now()), 200);
		camera.stop();
		return new MediaStream([...stream.getAudioTracks(), ...canvas.captureStream(5).getVideoTracks()]);
	};
}
