import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = (name: string): string => `${import.meta.dirname}/${name}`;

/** Builds the Teams tab into `dist/tab`, from where the server serves it at `/tab/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: `${import.meta.dirname}/../../dist/tab`,
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: [page('index.html'), page('auth-start.html'), page('auth-end.html')],
      treeshake: {
        // The engine's core comes through one door: what the tab does not use of it stays outside.
        moduleSideEffects: (id: string) => !id.includes('/src/engine/'),
      },
    },
  },
});
