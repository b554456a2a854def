import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Without this, Vue looks for a component of that name, and warns that there is none.
const isCustomElement = (tag: string): boolean => tag === 'broadside-article';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
