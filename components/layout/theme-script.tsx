/** Puts the shopper's chosen theme on the page before the first paint, so that nothing flashes. */
export function ThemeScript() {
  return (
    <script>{'try{const t=localStorage.theme;if(t)document.documentElement.dataset.theme=t}catch{}'}</script>
  )
}
