// Threads do not inherit the loader that runs TypeScript from source, so this one brings it along. The built package does not use it.
import { register } from 'tsx/esm/api';

register();
export default (await import('./bench-thread.ts')).default;
