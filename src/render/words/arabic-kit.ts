import { arabicCount, type ArabicNoun } from './arabic-count.js';
import type { KitWords } from './kit-set.js';

/** The posting kit in Arabic. */
export const ARABIC_KIT: KitWords = {
  frame: {
    kit: 'حقيبة النشر',
    pageTitle: 'حقيبة النشر: {title}',
    asOf: 'البيانات حتى',
    sensitive: 'محتوى حساس:',
    sensitiveLong: 'علّم الصور بأنها حساسة حيث تنشرها.',
    forgets: 'لا تُحفظ العلامات:',
    forgetsLong: 'لا يخزّن هذا المتصفح شيئاً لهذه الصفحة، فتزول العلامات عند إغلاقها.',
    platforms: 'المنصات',
    next: 'المنشور التالي',
    pasteWhole: 'انسخ النص والصقه في منشور جديد.',
    openLinkedIn: 'افتح LinkedIn',
    answerEach: 'اجعل كل منشور رداً على الذي قبله.',
    inOneGo: 'دفعة واحدة: ابدأ بالمنشور 1 ثم اضغط + هناك والصق التالي. واحداً واحداً: اجعل كل منشور رداً على الذي قبله.',
    server: 'خادمك على Mastodon',
    warning: 'تنبيه إلى المحتوى:',
    copyWarning: 'نسخ التنبيه',
    post: 'المنشور {post}',
    ofPosts: 'من {posts}',
    part: 'الجزء {part} من {parts} من المنشور {source} في المسودة',
    posted: 'نُشر',
    outOf: 'من',
    copy: 'نسخ النص',
    copyOf: 'للمنشور {post}',
    compose: 'إنشاء',
    composeOf: 'المنشور {post} على {platform} في علامة تبويب جديدة',
    mark: 'تعليمه منشوراً',
    markOf: ': المنشور {post}',
    reply: 'رد على المنشور {before}',
    replyAddress: 'الصق عنوانه',
    openBefore: 'فتح المنشور {before}',
    openBeforeOf: 'للرد عليه في علامة تبويب جديدة',
    cropped: 'تظهر الصور متجاورة مقصوصة، وكاملة عند فتحها.',
    image: 'الصورة {image}:',
    alt: 'النص البديل:',
    copyAlt: 'نسخ النص البديل',
    copyAltOf: 'للصورة {image} في المنشور {post}',
    copyImage: 'نسخ الصورة',
    copyImageOf: '{image} في المنشور {post}',
    download: 'تنزيل',
    downloadOf: 'الصورة {image} في المنشور {post}',
    keys: 'المفاتيح والعلامات',
    keyNext: 'المنشور التالي الذي لم يُنشر',
    keyStep: 'المنشور التالي والسابق',
    keyCopy: 'نسخ نصه',
    keyAlt: 'نسخ نصه البديل، ونص الصورة التالية عند الضغط ثانية',
    keyImage: 'نسخ صورته، والصورة التالية عند الضغط ثانية',
    keyOpen: 'فتح صفحة إنشائه',
    keyMark: 'تعليمه منشوراً أو إزالة العلامة',
    keyHelp: 'هذه المفاتيح',
    useKeys: 'استخدام هذه المفاتيح',
    marksStay: 'تبقى العلامات في هذا المتصفح على هذا الحاسوب. والمنشور الذي يتغير نصه يفقد علامته.',
    clear: 'مسح علامات كل المنصات',
    madeWith: 'أُعد باستخدام',
  },
  script: {
    marked: 'عُلّم المنشور {post} منشوراً، {done} من {of}',
    markedAll: 'عُلّم المنشور {post} منشوراً، ونُشرت كلها ({of})',
    unmarked: 'أزيلت علامة المنشور {post}',
    progress: 'نُشر {done} من {of}',
    putBack: 'إعادة العلامات',
    clear: 'مسح علامات كل المنصات',
    areBack: 'عادت العلامات',
    areCleared: 'مُسحت كل العلامات',
    allPosted: 'نُشرت كل المنشورات على {platform}',
    allPostedGo: 'نُشرت كل المنشورات: انتقل إلى أحدها بالمفتاح j أو k',
    copied: 'نُسخ {what}',
    notCopied: 'لا يسمح هذا المتصفح للصفحة بالنسخ: حُدد {what}، فاضغط Ctrl+C أو ⌘C',
    ofPost: 'المنشور {post}',
    ofAlt: 'النص البديل للمنشور {post}',
    ofOneAlt: 'النص البديل للصورة {image} في المنشور {post}',
    ofWarning: 'التنبيه إلى المحتوى',
    copiedImage: 'نُسخت صورة المنشور {post}',
    copiedOneImage: 'نُسخت الصورة {image} من المنشور {post}',
    imageNotCopied: 'لا يسمح هذا المتصفح للصفحة بنسخ الصور: نزّلها أو اسحبها إلى منشورك',
    downloaded: 'جرى تنزيل {file}',
    compose: 'إنشاء',
    composeReply: 'إنشاء رداً',
    composeNew: 'إنشاء منشوراً جديداً',
    nameServer: 'سمّ خادمك على Mastodon أولاً',
    noImage: 'لا صورة في المنشور {post}',
  },
  sum: ({ name, posts, limit, unit, joins }) => {
    const most = arabicCount(limit, UNITS[unit] ?? CHARACTERS);
    if (joins) return `منشور واحد: لا سلاسل في ${name}، فجُمعت فيه المنشورات كلها، ولا يتجاوز ${most}.`;
    if (posts.value === 1) return `منشور واحد لا يتجاوز ${most}.`;
    return `${arabicCount(posts, { ...POSTS, two: 'منشوران' })}، لا يتجاوز كل ${posts.value === 2 ? 'منهما' : 'منها'} ${most}.`;
  },
  split: ({ post, parts, count, limit, unit }) => {
    const length = arabicCount(count, UNITS[unit] ?? CHARACTERS);
    return `المنشور ${post} من المسودة مقسّم هنا إلى ${arabicCount(parts, POSTS)}: طوله ${length}، والحد ${limit}.`;
  },
};

/** In the genitive. */
const POSTS: ArabicNoun = { one: 'منشور', two: 'منشورين', few: 'منشورات', many: 'منشوراً' };

/** No limit is so small that the cases of one and two matter. */
const CHARACTERS: ArabicNoun = { one: 'حرف', two: 'حرفان', few: 'أحرف', many: 'حرفاً' };
const UNITS: Readonly<Record<string, ArabicNoun>> = {
  characters: CHARACTERS,
  'weighted characters': {
    one: 'حرف موزون',
    two: 'حرفان موزونان',
    few: 'أحرف موزونة',
    many: 'حرفاً موزوناً',
  },
  graphemes: { one: 'رمز مرئي', two: 'رمزان مرئيان', few: 'رموز مرئية', many: 'رمزاً مرئياً' },
};
