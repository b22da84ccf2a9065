import { SHEET_WIDTH } from '../../../../src/lib/domain/board.ts';
import { inkPath } from '../../../../src/lib/domain/board-outline.ts';
import { PENS } from '../../../../src/lib/domain/board-pens.ts';
import { nextFrame, type Approach } from './approach.ts';
import { PlainWindow, type Points } from './plain-window.ts';

const NIB = { width: 4, marker: false };

/** The other usual way: one canvas on which every frame draws every line anew. */
export function redrawCanvas(host: HTMLElement): Approach {
	const canvas = document.createElement('canvas');
	canvas.style.cssText = 'inline-size:100%;block-size:100%;touch-action:none';
	host.append(canvas);
	[canvas.width, canvas.height] = [canvas.clientWidth, canvas.clientHeight];
	const context = canvas.getContext('2d')!;
	const paths: { path: Path2D; fill: string }[] = [];
	const moving = new Map<'own' | 'remote', Path2D>();
	let view = { scale: 1, x: 0, y: 0 };
	let frame = 0;

	function drawAll() {
		frame = 0;
		const unit = canvas.width / SHEET_WIDTH;
		context.setTransform(1, 0, 0, 1, 0, 0);
		context.clearRect(0, 0, canvas.width, canvas.height);
		context.setTransform(unit * view.scale, 0, 0, unit * view.scale, unit * view.x, unit * view.y);
		for (const { path, fill } of paths) {
			context.fillStyle = fill;
			context.fill(path);
		}
		context.fillStyle = PENS.plum.light;
		for (const path of moving.values()) context.fill(path);
	}
	const drawSoon = () => (frame ||= requestAnimationFrame(drawAll));
	const draw = (whose: 'own' | 'remote', points: Points) => {
		moving.set(whose, new Path2D(inkPath({ points, pressed: false }, NIB)));
		drawSoon();
	};
	const lift = (whose: 'own' | 'remote') => {
		const path = moving.get(whose);
		if (path) paths.push({ path, fill: PENS.plum.light });
		moving.delete(whose);
	};
	const window = new PlainWindow(host, {
		draw: (points) => draw('own', points),
		lift: () => lift('own'),
		look: (next) => {
			view = next;
			drawSoon();
		}
	});
	return {
		async open(strokes) {
			for (const stroke of strokes)
				paths.push({ path: new Path2D(inkPath(stroke.ink, stroke)), fill: PENS[stroke.pen].light });
			drawSoon();
			await nextFrame();
			await nextFrame();
		},
		drawRemote: (points) => draw('remote', points),
		liftRemote: () => lift('remote'),
		close: () => {
			window.close();
			canvas.remove();
		}
	};
}
