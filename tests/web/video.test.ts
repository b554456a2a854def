import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { videoAt } from '../../web/src/embeds/video.ts';

const youTube = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1';
const vimeo = 'https://player.vimeo.com/video/76979871?autoplay=1';

suite('the address of a video', () => {
  const videos: Record<string, string> = {
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ': youTube,
    'http://youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&feature=share': youTube,
    'https://m.youtube.com/watch?v=dQw4w9WgXcQ#more': youTube,
    'https://youtu.be/dQw4w9WgXcQ?si=abc': youTube,
    'https://www.youtube.com/shorts/dQw4w9WgXcQ': youTube,
    'https://www.youtube.com/live/dQw4w9WgXcQ/': youTube,
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ': youTube,
    'https://youtu.be/dQw4w9WgXcQ?t=90': `${youTube}&start=90`,
    'https://youtu.be/dQw4w9WgXcQ?t=1h2m3s': `${youTube}&start=3723`,
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ#t=1m': `${youTube}&start=60`,
    'https://www.youtube.com/embed/dQw4w9WgXcQ?start=7': `${youTube}&start=7`,
    'https://youtu.be/dQw4w9WgXcQ?t=soon': youTube,
    'https://youtu.be/dQw4w9WgXcQ?t=-1': youTube,
    'https://youtu.be/dQw4w9WgXcQ?t=1%26origin=x': youTube,
    'https://vimeo.com/76979871': vimeo,
    'https://www.vimeo.com/channels/staff-picks/76979871': vimeo,
    'https://player.vimeo.com/video/76979871': vimeo,
    'https://vimeo.com/76979871/0a1b2c3d4e': `${vimeo}&h=0a1b2c3d4e`,
    'https://player.vimeo.com/video/76979871?h=0a1b2c3d4e': `${vimeo}&h=0a1b2c3d4e`,
    'https://vimeo.com/76979871#t=1m30s': `${vimeo}#t=90s`,
  };
  for (const [address, frame] of Object.entries(videos)) {
    test(`is ${address}`, () => {
      assert.equal(videoAt(address)?.frame, frame);
    });
  }

  const others = [
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQdQw4w9WgXcQ',
    'https://www.youtube.com/watch?v=dQw4w9W/../',
    'https://www.youtube.com/@somebody',
    'https://www.youtube.com/redirect?q=dQw4w9WgXcQ',
    'https://youtu.be/watch?v=dQw4w9WgXcQ',
    'https://youtu.be.evil.example/dQw4w9WgXcQ',
    'https://evilyoutube.com/watch?v=dQw4w9WgXcQ',
    'https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ',
    'https://youtube.com:8443/watch?v=dQw4w9WgXcQ',
    'https://sub.www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
    'javascript://youtube.com/watch?v=dQw4w9WgXcQ',
    'https://vimeo.com/about',
    'https://vimeo.com/76979871/%22onload',
    'https://vimeo.com/76979871 /../../x',
    'https://player.vimeo.com.evil.example/video/76979871',
    'watch?v=dQw4w9WgXcQ',
    '',
  ];
  for (const address of others) {
    test(`is not ${address || 'none'}`, () => {
      assert.equal(videoAt(address), undefined);
    });
  }
});
