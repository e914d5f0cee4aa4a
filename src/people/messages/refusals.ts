/** Why something was refused, in both languages. */
export const refusals: { readonly zh: Record<string, string>; readonly en: Record<string, string> } = {
  zh: {
    "person.not_found": "找不到这个人，或者您看不到。", "person.already_merged": "这份档案已经并入另一份，请打开现在的那一份。", "person.no_day": "请写成 2026-11-22 这样的日期。", "person.in_future": "日期不能在今天之后。",
    "person.deceased_before_birth": "去世日期早于出生日期，请核对。", "person.lane_without_community": "选了巷，也要选它所在的社区。", "person.lane_elsewhere": "这条巷不在所选的社区。", "person.community_unknown": "请选一个社区。",
    "person.id_length": "身份证号应为 18 位。", "person.id_characters": "身份证号只能是数字，最后一位可以是 X。", "person.id_birth": "身份证号里的出生日期不存在，请核对第 7 至 14 位。", "person.id_check": "身份证号校验码不对，多半抄错了一位。",
    "person.birth_other_than_id": "出生日期与身份证号不一致，请核对。", "person.sex_other_than_id": "性别与身份证号不一致，请核对。", "person.certificate_form": "残疾证号应为 20 位：身份证号加类别（1–7）和等级（1–4）；补发的后面加 B 和次数。", "person.identifier_known": "这个号码已经记在这里了。", "person.identifier_not_found": "找不到这个号码。",
    "person.mobile_form": "手机号应为 11 位，以 1 开头。", "person.landline_form": "座机应为 7 或 8 位，可带区号，如 0871-65548529。", "person.contact_known": "这个号码已经有了。", "person.contact_not_found": "找不到这个号码。",
    "person.relative_missing": "请写上名字，或选一个人。", "person.relative_self": "不能选本人。", "person.ends_before": "结束日期早于开始日期。", "person.relationship_not_found": "找不到这段关系。", "person.relationship_ended": "这段关系已经结束。",
    "person.household_member_not_found": "找不到这位同住的人，可能已经搬走。", "person.lives_here": "这个人已经记为住在一起。", "person.lives_elsewhere": "这个人还记在另一户，请先在那里记下搬走。", "person.mark_holds": "这一条已经记着。", "person.support_not_found": "找不到这个支持，可能已经结束。", "person.support_nobody": "请选一位亲属，或写上名字。",
    "person.consent_by_whom": "监护人或受托人要写上名字，或选一个人。", "person.consent_ends_before": "到期日期要晚于开始日期。", "person.consent_end_only_given": "只有同意才有到期日期；拒绝和撤回没有。",
    "person.merge_self": "不能与自己合并。", "person.merge_not_found": "找不到这次合并。", "person.merge_already_undone": "这次合并已经撤销过了。",
  },
  en: {
    "person.not_found": "There is no such person, or not one you may see.", "person.already_merged": "This record was merged into another. Please open that one.", "person.no_day": "Please write a day such as 2026-11-22.", "person.in_future": "The day cannot lie after today.",
    "person.deceased_before_birth": "The day of death lies before the birth. Please check.", "person.lane_without_community": "With a lane, choose its community too.", "person.lane_elsewhere": "This lane is not in the chosen community.", "person.community_unknown": "Please choose a community.",
    "person.id_length": "An identity number has 18 signs.", "person.id_characters": "An identity number has digits only; the last sign may be X.", "person.id_birth": "The birth date in the number does not exist. Check places 7 to 14.", "person.id_check": "The check character is wrong; most likely one sign was miscopied.",
    "person.birth_other_than_id": "The birth date is not that of the identity number. Please check.", "person.sex_other_than_id": "The sex is not that of the identity number. Please check.", "person.certificate_form": "A disability certificate has 20 digits: identity number, kind (1–7) and grade (1–4); a replacement adds B and a count.", "person.identifier_known": "This number is noted here already.", "person.identifier_not_found": "There is no such number.",
    "person.mobile_form": "A mobile number has 11 digits and begins with 1.", "person.landline_form": "A landline has 7 or 8 digits, with or without area code, such as 0871-65548529.", "person.contact_known": "This number is there already.", "person.contact_not_found": "There is no such number.",
    "person.relative_missing": "Write a name or choose somebody.", "person.relative_self": "It cannot be the person themselves.", "person.ends_before": "The end lies before the beginning.", "person.relationship_not_found": "There is no such relationship.", "person.relationship_ended": "This relationship has already ended.",
    "person.household_member_not_found": "This member was not found; they may have moved out.", "person.lives_here": "They are noted as living here already.", "person.lives_elsewhere": "They are noted in another household. Note there first that they moved out.", "person.mark_holds": "This is noted already.", "person.support_not_found": "This support was not found; it may be over.", "person.support_nobody": "Choose a relative or write a name.",
    "person.consent_by_whom": "Name the guardian or agent, or choose somebody.", "person.consent_ends_before": "It must end after it began.", "person.consent_end_only_given": "Only a given consent has an end; a refusal or a withdrawal has none.",
    "person.merge_self": "A record cannot be merged with itself.", "person.merge_not_found": "There is no such merge.", "person.merge_already_undone": "This merge was already undone.",
  },
};
