'use strict';
// VS Code's extension host calls run(). Mocha is where install.sh put it.
const path = require('node:path');
const { createRequire } = require('node:module');

exports.run = () => new Promise((resolve, reject) => {
  const Mocha = createRequire(`${process.env.VIENDAN_TEST_TOOLS}/`)('mocha');
  // After a first failure the others would each wait for their time to run out.
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, bail: true, color: false, reporter: 'spec' });
  mocha.addFile(path.join(__dirname, 'viendan.test.js'));
  const runner = mocha.run((failures) => {
    const { passes } = runner.stats;
    console.log(`vscode-extension-host: ${passes} passed, ${failures} failed`);
    if (failures > 0 || passes === 0) reject(new Error(`${failures} failed`));
    else resolve();
  });
});
