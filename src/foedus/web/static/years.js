// The slider of years: shows the year while it moves, and goes to its page when it rests.
const form = document.getElementById("years");
const slider = form.elements.year;
const shown = document.getElementById("year-shown");
let resting;

slider.addEventListener("input", () => {
  shown.textContent = slider.value;
});
slider.addEventListener("change", () => {
  clearTimeout(resting);
  resting = setTimeout(() => form.requestSubmit(), 250);
});
form.elements.pledge.addEventListener("change", () => form.requestSubmit());
