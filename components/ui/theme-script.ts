/** Applies a chosen theme before the first paint, so that nothing flashes; the store writes what it reads. */

export const THEME_KEY = 'flowtrap-theme';

export const THEME_SCRIPT = `try{var t=JSON.parse(localStorage.getItem('${THEME_KEY}')).state.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
