/** Why a file was not taken, and what to do. Chinese is the source. */
export const zh = {
  "files.empty": "这个文件是空的。请打开原文件确认里面有内容，重新保存后再上传。",
  "files.wrong_type": "这不是表格文件。请上传 Excel 工作簿（.xlsx）或 CSV 文件。",
  "files.password_protected": "这个工作簿设了打开密码。请在 Excel 里依次点“文件—信息—保护工作簿”，取消密码后保存，再上传。",
  "files.old_excel": "这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。",
  "files.binary_workbook": "这是二进制工作簿（.xlsb）。请另存为“Excel 工作簿（.xlsx）”后再上传。",
  "files.web_page": "这其实是一个网页，只是用了表格的名字。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。",
  "files.broken_workbook": "这个工作簿已损坏，读不出来。请用 Excel 打开并修复，另存一份；如果是下载的，请重新下载。",
  "files.broken_text": "第 {row} 行附近的引号没有成对，后面的内容分不清列。请检查这一行，或另存为 .xlsx 后再上传。",
  "files.too_large": "文件有 {megabytes} MB，超过 {most} MB 的上限。请删去图片和用不到的工作表，或按社区拆成几个文件。",
  "files.inflates_too_far": "这个文件解压后大得不正常，为安全起见没有打开。请在 Excel 里删去空白的行列，另存一份再上传。",
  "files.too_many_rows": "表格超过 {most} 行。请拆成几个文件再上传。",
};
