import { describe, expect, it } from 'vitest';
import { MAX_LIST_LINKS, parseList } from '../../../src/acquire/list.ts';

const PAGE = 'http://ponant.example/series/';
const read = (html: string) => parseList(html, PAGE).map((url) => url.replace('http://ponant.example', ''));

describe('parseList', () => {
  it('finds the articles of a page between its furniture', () => {
    const html = `<!doctype html><html><body class="nav">
      <header><a href="/">Le Ponant</a><nav><a href="/series/">Séries</a><a href="/livres/">Livres</a></nav></header>
      <div class="fil-ariane"><a href="/culture/">Culture</a></div>
      <main><h1>Séries</h1>
        <article><header><a href="/2015/espions.html"><img src="x.jpg"></a></header>
          <h2><a href="/2015/espions.html?utm_source=une#top">Espions</a></h2>
          <footer><a href="/auteurs/dupond">Dupond</a></footer></article>
        <article><h2><a href='../2016/saison-2.html'>Saison&nbsp;2</a></h2></article>
        <p><a href="http://www.ponant.example/2017/saison-3.html">Saison 3</a>
           <a href="https://ailleurs.example/x">Ailleurs</a> <a href="mailto:a@ponant.example">écrire</a>
           <a href="/photo.jpg">photo</a> <a href="/feed.xml">fil</a> <a href="#top">haut</a> <a href="?">ici</a>
           <a name="ancre">ancre</a> <a href="javascript:void(0)">x</a> <a href="/a?b=1&amp;c=2">esperluette</a></p>
      </main>
      <aside><a href="/lire-aussi.html">Lire aussi</a></aside>
      <div role="navigation"><a href="/page/2">2</a></div>
      <footer><a href="/mentions-legales">Mentions</a></footer></body></html>`;
    expect(read(html)).toEqual([
      '/2015/espions.html',
      '/auteurs/dupond',
      '/2016/saison-2.html',
      'http://www.ponant.example/2017/saison-3.html',
      '/a?b=1&c=2',
    ]);
  });
  it('reads pages of another age', () => {
    const html = `<table><tr><td><font><a href=un.html>Un</a><br><A HREF="deux.html">Deux</A><p><a href=trois.html>Trois`;
    expect(read(html)).toEqual(['/series/un.html', '/series/deux.html', '/series/trois.html']);
  });
  it('completes links by the base of the page', () => {
    expect(read('<base href="/archives/"><a href="a.html">a</a>')).toEqual(['/archives/a.html']);
    expect(read('<base href="javascript:x"><a href="a.html">a</a>')).toEqual(['/series/a.html']);
  });
  it('would rather follow a menu than nothing', () => {
    expect(read('<nav><a href="/a">A</a><a href="/b">B</a><a href="/a">A</a>')).toEqual(['/a', '/b']);
  });
  it('finds nothing where there is nothing', () => {
    expect(read('')).toEqual([]);
    expect(read('<a href="http://other.example/">x</a><a href="/series/">me</a><a href="//[">bad</a>')).toEqual([]);
  });
  it('keeps its balance on hostile pages', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `<a href="/${i}">x</a>`).join('');
    expect(read(many)).toHaveLength(MAX_LIST_LINKS);
    expect(read(`${'<div>'.repeat(100_000)}<a href="/deep">x</a>`)).toEqual(['/deep']);
    expect(read(`${'</div></nav></p>'.repeat(1000)}<nav><a href="/n">n</a></nav><a href="/after">x</a>`)).toEqual([
      '/after',
    ]);
  });
});
