import { z } from 'zod';

// Loaded before any shape is made. A browser's Content-Security-Policy forbids making code from text, and reports the
// attempt, so shapes are checked without it there.
if ('document' in globalThis) z.config({ jitless: true });
