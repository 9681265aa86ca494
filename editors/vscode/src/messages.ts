import * as vscode from 'vscode';

import { SECTION } from './settings';

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
  },
  en: {
    openSettings: 'Open settings',
    showOutput: 'Show output',
    restart: 'Restart',
    missing: 'The program viendan is neither in the extension nor on PATH. Install viendan, or set “viendan.server.path”.',
    notThere: (file: string) => `There is no program that can be run at “${file}”. Correct “viendan.server.path”.`,
    failed: (file: string) => `The viendan server (“${file}”) did not start.`,
    stopped: 'The viendan server stopped several times in a row and is not started again.',
  },
};

export function messages(): typeof texts.vi {
  const language = vscode.workspace.getConfiguration(SECTION).get<string>('language');
  return language === 'en' ? texts.en : texts.vi;
}
