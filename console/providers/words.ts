import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import { mergeTranslations, type TranslationMessages } from 'react-admin'

/** What react-admin says by itself, in this console's words. */
const messages: TranslationMessages = mergeTranslations(englishMessages, {
  ra: {
    auth: {
      auth_check_error: 'Sign in to go on.',
      user_menu: 'You',
      username: 'Name',
      sign_in: 'Sign in',
      sign_in_error: 'The sign-in did not succeed. Sign in again.',
      logout: 'Sign out',
    },
    validation: {
      required: 'Fill this in',
      minLength: 'Write at least %{min} characters',
      maxLength: 'Write at most %{max} characters',
      minValue: 'Give at least %{min}',
      maxValue: 'Give at most %{max}',
      number: 'Give a number',
    },
    notification: {
      http_error: 'Holdfast answered with an error',
      data_provider_error: 'The page could not be read. Load it again.',
      item_doesnt_exist: 'There is no such thing here, or it is not for you to see',
      logged_out: 'Your sign-in has ended. Sign in again.',
      not_authorized: 'Your role may not read this.',
    },
    page: {
      loading: 'Loading',
      not_found: 'Nothing is at this address',
      error: 'Something failed',
    },
  },
})

export const words = polyglotI18nProvider((): TranslationMessages => messages, 'en', [
  { locale: 'en', name: 'English' },
])
