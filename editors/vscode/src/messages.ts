import * as vscode from 'vscode';

import { SECTION } from './settings';

/** The values of `viendan.regime`. */
export const REGIMES = ['auto', 'administrative', 'normative', 'party', 'contract', 'none'] as const;
export type Regime = (typeof REGIMES)[number];

// Few texts, and in the language that the server speaks (`viendan.language`), which need not be
// the language of VS Code's own menus: hence no l10n bundle.
const texts = {
  vi: {
    openSettings: 'Mở thiết lập',
    showOutput: 'Xem nhật ký',
    restart: 'Khởi động lại',
    missing: 'Không tìm thấy chương trình viendan trong tiện ích và trong PATH. Hãy cài viendan hoặc ghi đường dẫn vào “viendan.server.path”.',
    notThere: (file: string) => `Không có chương trình nào chạy được tại “${file}”. Hãy sửa “viendan.server.path”.`,
    failed: (file: string) => `Máy chủ viendan (“${file}”) không khởi động được.`,
    stopped: 'Máy chủ viendan dừng nhiều lần liên tiếp và không được khởi động lại nữa.',
    restarted: 'Máy chủ viendan đã dừng đột ngột và vừa được khởi động lại.',
    starting: 'Máy chủ viendan đang khởi động.',
    notRunning: 'Máy chủ viendan không chạy. Bấm để khởi động lại.',
    draft: 'Dự thảo',
    day: 'Ngày xét hiệu lực',
    dayOfDraft: 'Ngày của dự thảo (chưa có thì hôm nay)',
    today: 'Hôm nay',
    otherDay: 'Ngày khác…',
    askDay: 'Ngày xét hiệu lực của các văn bản được viện dẫn',
    noDay: 'Hãy ghi ngày dạng 24/11/2026.',
    regime: 'Loại dự thảo',
    regimes: {
      auto: 'Tự nhận biết',
      administrative: 'Văn bản hành chính',
      normative: 'Văn bản quy phạm pháp luật',
      party: 'Văn bản của Đảng',
      contract: 'Hợp đồng, giấy tờ dân sự',
      none: 'Không áp dụng quy tắc thể thức',
    } satisfies Record<Regime, string>,
    current: 'đang chọn',
    takeBack: 'Bỏ lựa chọn trong VS Code (theo viendan.toml hoặc mặc định)',
    chooseTitle: 'Ngày xét hiệu lực và loại dự thảo',
    asWritten: 'theo dự thảo',
    asSet: 'theo thiết lập',
    noDayWritten: 'dự thảo chưa ghi ngày',
    findings: (errors: number, warnings: number, others: number) => `${errors} lỗi, ${warnings} cảnh báo, ${others} lưu ý`,
    clickToChoose: 'Bấm để chọn ngày và loại dự thảo.',
    searchTitle: 'Tra cứu danh mục văn bản',
    searchPlaceholder: 'Số, ký hiệu hoặc từ trong tên gọi, có dấu hay không dấu; Enter để chèn viện dẫn',
    openCard: 'Mở toàn văn hoặc thẻ thông tin',
    expired: 'hết hiệu lực',
    copied: (citation: string) => `Đã sao chép “${citation}”.`,
    citesNothing: 'Dự thảo này chưa viện dẫn văn bản nào.',
    goTo: 'Đi đến viện dẫn',
    times: (count: number) => `${count} lần`,
    line: (line: number) => `Dòng ${line}`,
  },
  en: {
    openSettings: 'Open settings',
    showOutput: 'Show output',
    restart: 'Restart',
    missing: 'The program viendan is neither in the extension nor on PATH. Install viendan, or set “viendan.server.path”.',
    notThere: (file: string) => `There is no program that can be run at “${file}”. Correct “viendan.server.path”.`,
    failed: (file: string) => `The viendan server (“${file}”) did not start.`,
    stopped: 'The viendan server stopped several times in a row and is not started again.',
    restarted: 'The viendan server stopped unexpectedly and has been restarted.',
    starting: 'The viendan server is starting.',
    notRunning: 'The viendan server is not running. Click to restart it.',
    draft: 'Draft',
    day: 'Validity judged on',
    dayOfDraft: 'The day of the draft (today where it has none)',
    today: 'Today',
    otherDay: 'Another day…',
    askDay: 'The day on which the validity of cited instruments is judged',
    noDay: 'Write a day as 24/11/2026.',
    regime: 'Kind of draft',
    regimes: {
      auto: 'Found out from the draft',
      administrative: 'Administrative document',
      normative: 'Legal normative document',
      party: 'Document of the Party',
      contract: 'Contract or private document',
      none: 'No rules of form',
    } satisfies Record<Regime, string>,
    current: 'current',
    takeBack: 'Take back what is set in VS Code (viendan.toml or the default holds)',
    chooseTitle: 'Day of validity and kind of draft',
    asWritten: 'as the draft says',
    asSet: 'as set',
    noDayWritten: 'the draft has no day yet',
    findings: (errors: number, warnings: number, others: number) => `errors: ${errors}, warnings: ${warnings}, notes: ${others}`,
    clickToChoose: 'Click to choose day and kind of draft.',
    searchTitle: 'Search the catalogue of instruments',
    searchPlaceholder: 'A number, or words of a title, with diacritics or without; Enter inserts the citation',
    openCard: 'Open its text or card',
    expired: 'expired',
    copied: (citation: string) => `Copied “${citation}”.`,
    citesNothing: 'This draft cites no instrument yet.',
    goTo: 'Go to the citation',
    times: (count: number) => `${count} times`,
    line: (line: number) => `Line ${line}`,
  },
};

export function messages(): typeof texts.vi {
  const language = vscode.workspace.getConfiguration(SECTION).get<string>('language');
  return language === 'en' ? texts.en : texts.vi;
}
