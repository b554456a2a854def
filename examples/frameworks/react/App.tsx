import { useState } from 'react';
import 'broadside/react';

export function App() {
  const [language, setLanguage] = useState<string>();
  const [isDark, setDark] = useState(false);
  return (
    <>
      <h1>The Evening Post</h1>
      <button onClick={() => setDark(!isDark)}>{isDark ? 'Light' : 'Dark'}</button>
      <p role="status">{language && `Shown in: ${language}`}</p>
      <broadside-article
        src="http://localhost:8081/north-korea/article.json"
        headingLevel={2}
        theme={isDark ? 'dark' : 'light'}
        onbroadside:ready={({ detail }) => setLanguage(detail.language)}
      >
        <a href="http://localhost:8081/north-korea/en/">North Korea Leaves Washington’s Calls Unanswered</a>
      </broadside-article>
    </>
  );
}
