import { PageHead } from '../shared/PageHead.js'

export const FrontPage = () => <PageHead title="What holds, where and why" />


