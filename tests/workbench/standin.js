/* Stands for the worker: it says what it was asked, never answers, or breaks. */
self.onmessage = ({ data }) => {
  if ("engine" in data) {
    self.postMessage({ progress: { done: 1, total: 2 } });
    self.postMessage({ ready: true });
  } else if (data.op === "break") {
    throw new Error("broken");
  } else if (data.op === "fail") {
    self.postMessage({ answer: JSON.stringify({ fault: "It cannot be done." }) });
  } else if (data.op !== "hang") {
    setTimeout(() => self.postMessage({ answer: JSON.stringify({ op: data.op, given: JSON.parse(data.given) }) }), 20);
  }
};
