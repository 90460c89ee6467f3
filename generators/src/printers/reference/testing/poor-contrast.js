/** Runs in a page: text colours with less contrast to the page than WCAG 2.2 AA asks for. */
function poorContrast() {
  const luminance = (colour) => {
    const [r, g, b] = colour
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map((value) => value / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  const colours = new Set(
    [...document.querySelectorAll("main *, nav *, header *")]
      .filter((element) => element.textContent.trim() !== "" && !element.closest("svg"))
      .map((element) => getComputedStyle(element).color),
  );
  return [...colours].filter((colour) => contrast(colour, paper) < 4.5);
}

poorContrast();
