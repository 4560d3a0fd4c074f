/* Set as reading: gives the student page's whole address, copies it or the line of an embed, and prints the key. The link to
   Google Classroom is a link: nothing of it is loaded until a teacher follows it. */
(() => {
  "use strict";
  const all = selector => Array.from(document.querySelectorAll(selector));
  const fromDisk = location.protocol === "file:";
  const whole = read => new URL(read, location.href).href;

  all(".field input").forEach(field => {
    const button = field.parentNode.querySelector(".copy"), said = field.closest(".link-field").querySelector(".copied");
    const { read, known } = field.dataset;
    if (read) field.value = fromDisk && known ? known : whole(read);
    if (read && fromDisk && !known) said.textContent = "This copy lies on your own device: the link opens nowhere else.";
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      let done = false;
      try {
        await navigator.clipboard.writeText(field.value);
        done = true;
      } catch { /* no clipboard without a secure address: the old way */
        field.focus();
        field.select();
        try { done = document.execCommand("copy"); } catch { /* the words below say what to do */ }
      }
      if (done) button.focus();
      else field.focus();
      said.textContent = done ? "Copied." : "It is selected: copy it with Ctrl+C, or ⌘C on a Mac.";
    });
  });

  all("a.to-classroom[hidden]").forEach(link => {
    if (fromDisk) return;
    link.href = link.dataset.share + encodeURIComponent(whole(link.dataset.read));
    link.hidden = false;
  });
  all("button.key").forEach(button => button.addEventListener("click", () => print()));
})();
