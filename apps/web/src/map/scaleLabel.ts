import type { IControl, Map as Sheet } from 'maplibre-gl';

const WIDEST_PX = 100;

/** The longest round distance (1, 2 or 5 times a power of ten) that is not longer than so many metres. */
export function roundMetres(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((times) => times * power <= most) ?? 1);
}

export const distanceText = (metres: number): string =>
  metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;

/** How long a line on the map is, in 米 and 公里. */
export class ScaleLabel implements IControl {
  readonly #bar = document.createElement('div');
  #sheet: Sheet | null = null;
  readonly #measure = () => {
    const sheet = this.#sheet;
    if (!sheet) return;
    const middle = sheet.getContainer().clientHeight / 2;
    const most = sheet.unproject([0, middle]).distanceTo(sheet.unproject([WIDEST_PX, middle]));
    if (!(most > 0)) return;
    const metres = roundMetres(most);
    this.#bar.style.width = `${(WIDEST_PX * metres) / most}px`;
    this.#bar.textContent = distanceText(metres);
  };

  onAdd(sheet: Sheet): HTMLElement {
    this.#sheet = sheet;
    this.#bar.className = 'maplibregl-ctrl maplibregl-ctrl-scale';
    sheet.on('move', this.#measure);
    this.#measure();
    return this.#bar;
  }

  onRemove(): void {
    this.#sheet?.off('move', this.#measure);
    this.#sheet = null;
    this.#bar.remove();
  }
}
