import { serve } from '../child/serve.js';
import { drawChart } from './draw-chart.js';
import type { DrawMethods } from './protocol.js';

// The program of the drawing process. Its parent asks for one chart after the other.
serve<DrawMethods>({ draw: drawChart });
