// What the extension works out without VS Code.
//   node units.mjs
import { heading, isoDay } from '../../../editors/vscode/src/draft.ts';

let passed = 0;
let failed = 0;
function check(name, seen, wanted) {
  const ok = JSON.stringify(seen) === JSON.stringify(wanted);
  if (ok) passed++; else failed++;
  console.log(`${ok ? 'ok' : 'NOT OK'} - ${name}${ok ? '' : `\n${JSON.stringify(seen)}`}`);
}

const drafts = [
  ['QUYẾT ĐỊNH\n\nCăn cứ Luật Lưu trữ;', 'Quyết định', undefined],
  ['*Hà Nội, ngày 05 tháng 3 năm 2020*\n\n# NGHỊ ĐỊNH\n', 'Nghị định', '2020-03-05'],
  ['NGHỊ QUYẾT LIÊN TỊCH\r\n', 'Nghị quyết liên tịch', undefined],
  ['<p>Cần Thơ, ngày 1 tháng 2 năm 2026</p><h1>KẾ HOẠCH</h1>\n', undefined, undefined],
  ['<p>Cần Thơ, ngày 1 tháng 2 năm 2026</p>\n<h1>KẾ HOẠCH</h1>\n', 'Kế hoạch', '2026-02-01'],
  ['\\textbf{THÔNG TƯ}\n\\textit{Hà Nội, ngày 30 tháng 6 năm 2025}\n', 'Thông tư', '2025-06-30'],
  ['V/v rà soát hồ sơ\n\nHà Nội, ngày … tháng … năm 2026\n', 'Công văn', undefined],
  // Another act's day, in the middle of a sentence, is not the draft's.
  ['TỜ TRÌNH\nCăn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;\n', 'Tờ trình', undefined],
  // The name of an agency in capitals is no kind.
  ['ỦY BAN NHÂN DÂN\nHỢP ĐỒNG DỊCH VỤ\n', 'Hợp đồng', undefined],
  ['QUYẾT ĐỊNH'.normalize('NFD'), 'Quyết định', undefined],
  ['Hà Nội, ngày 31 tháng 2 năm 2026\n', undefined, undefined],
];
for (const [text, kind, day] of drafts) {
  const seen = heading(text);
  check(`heading of ${JSON.stringify(text.slice(0, 40))}`, [seen.kind, seen.day], [kind, day]);
}
check('a day', isoDay(2024, 2, 29), '2024-02-29');
check('no day', isoDay(2026, 2, 29), undefined);

console.log(`vscode-units: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
