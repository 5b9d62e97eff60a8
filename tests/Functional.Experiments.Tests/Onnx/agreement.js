// Runs each network of a directory in onnxruntime and compares its outputs with those of Functional: node agreement.js MODULE DIRECTORY.
// Beside NAME.onnx lie NAME.features, NAME.outputs and perhaps NAME.probabilities, numbers in single precision, sample after sample.
// Prints for each network its name and the largest difference, relative to the number where that is larger than 1.
const fs = require("fs");
const path = require("path");
const runtime = require(process.argv[2]);
const directory = process.argv[3];

function numbers(file) {
  const bytes = fs.readFileSync(path.join(directory, file));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

function difference(expected, found) {
  if (expected.length !== found.length) {
    return Infinity;
  }
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const own = Math.abs(expected[i] - found[i]) / Math.max(1, Math.abs(expected[i]));
    largest = own <= largest ? largest : Number.isNaN(own) ? Infinity : own;
  }
  return largest;
}

async function main() {
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" };
  for (const file of fs.readdirSync(directory).filter(name => name.endsWith(".onnx")).sort()) {
    const name = file.slice(0, -5);
    const session = await runtime.InferenceSession.create(path.join(directory, file), options);
    const samples = Number(fs.readFileSync(path.join(directory, name + ".samples"), "utf8"));
    const features = numbers(name + ".features");
    let worst = 0;
    // All at once, and one by one: the number of samples is free.
    for (const batch of [samples, 1]) {
      const width = features.length / samples;
      const input = new runtime.Tensor("float32", features.slice(0, width * batch), [batch, width]);
      const outputs = await session.run({ features: input });
      for (const output of session.outputNames) {
        const expected = numbers(name + "." + output);
        worst = Math.max(worst, difference(expected.slice(0, expected.length / samples * batch), outputs[output].data));
      }
    }
    console.log(name + " " + worst);
  }
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
