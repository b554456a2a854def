import 'broadside/element';

document.querySelector('broadside-article').addEventListener('broadside:ready', ({ detail }) => {
  document.querySelector('#language').textContent = `Shown in: ${detail.language}`;
});
